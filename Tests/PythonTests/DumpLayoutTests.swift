import Python
import SourceText
import Testing

/// Where `ast.dump(indent=1)` breaks lines.
@Suite struct DumpLayoutTests {
  @Test func nodesOfSimpleFieldsStayOnOneLine() {
    let source = "def policy(resource, *, n=1):\n    return resource['a'] in ('b', None)\n"
    let expected = """
      Module(
       body=[
        FunctionDef(
         name='policy',
         args=arguments(
          posonlyargs=[],
          args=[
           arg(arg='resource')],
          kwonlyargs=[
           arg(arg='n')],
          kw_defaults=[
           Constant(value=1)],
          defaults=[]),
         body=[
          Return(
           value=Compare(
            left=Subscript(
             value=Name(id='resource', ctx=Load()),
             slice=Constant(value='a'),
             ctx=Load()),
            ops=[
             In()],
            comparators=[
             Tuple(
              elts=[
               Constant(value='b'),
               Constant(value=None)],
              ctx=Load())]))],
         decorator_list=[])],
       type_ignores=[])
      """
    #expect(PythonModule(parsing: SourceText(source)).dump() == expected)
  }

  @Test func anEmptyModuleHasTwoEmptyFields() {
    #expect(PythonModule(parsing: SourceText("")).dump() == "Module(body=[], type_ignores=[])")
  }

  @Test func whatIsMissingIsNamed() {
    let module = PythonModule(parsing: SourceText("x = \n)\n"))
    #expect(
      module.dump() == """
        Module(
         body=[
          Assign(
           targets=[
            Name(id='x', ctx=Store())],
           value=Missing()),
          Error()],
         type_ignores=[])
        """)
  }
}
