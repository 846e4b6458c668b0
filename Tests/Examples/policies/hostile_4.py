def policy(resource):
  import re
  return re.match('(a+)+$', 'a' * 50 + 'b')
