-- An editing session in a real Neovim, without a screen: opens a policy, breaks a test, mends it in the unsaved Python
-- in another window, and prints after each step what the editor holds, one JSON object a line.
--
--     POLICYLENS_YAML=policy.yml POLICYLENS_PYTHON=policy.py nvim --clean --headless -l session.lua
--
-- `policylens` has to be on the PATH. The end-to-end tests run this and judge what it prints.

local here = vim.fs.dirname(debug.getinfo(1, 'S').source:sub(2))
vim.opt.runtimepath:prepend(vim.fs.dirname(here))
vim.cmd('filetype on')
vim.cmd('runtime plugin/policylens.lua')
vim.o.swapfile = false

local function hints(buffer)
  local found = vim.lsp.inlay_hint.get({ bufnr = buffer })
  table.sort(found, function(a, b)
    return a.inlay_hint.position.line < b.inlay_hint.position.line
  end)
  return vim.tbl_map(function(hint)
    return hint.inlay_hint.label
  end, found)
end

local function lenses(buffer)
  return vim.tbl_map(function(lens)
    return lens.command.title
  end, vim.lsp.codelens.get(buffer))
end

local function errors(buffer)
  return vim.diagnostic.get(buffer, { severity = vim.diagnostic.severity.ERROR })
end

local function shown_beside_code(buffer)
  local texts = {}
  for name, namespace in pairs(vim.api.nvim_get_namespaces()) do
    if name:find('diagnostic') then
      for _, mark in ipairs(vim.api.nvim_buf_get_extmarks(buffer, namespace, 0, -1, { details = true })) do
        for _, chunk in ipairs(mark[4].virt_text or {}) do
          table.insert(texts, chunk[1])
        end
      end
    end
  end
  return table.concat(texts)
end

local function report(step, more)
  local buffer = vim.fn.bufnr(vim.env.POLICYLENS_YAML)
  local state = vim.tbl_extend('error', {
    step = step,
    errors = vim.tbl_map(function(diagnostic)
      return { code = diagnostic.code, line = diagnostic.lnum, message = diagnostic.message }
    end, errors(buffer)),
    beside_code = shown_beside_code(buffer),
    hints = hints(buffer),
    lenses = lenses(buffer),
  }, more or {})
  io.stdout:write(vim.json.encode(state) .. '\n')
end

-- Waits for a condition; a step that never comes about is reported as it is, and judged by the reader.
local function wait_for(condition)
  return vim.wait(15000, condition, 10)
end

local function replace(buffer, old, new)
  for index, line in ipairs(vim.api.nvim_buf_get_lines(buffer, 0, -1, false)) do
    local first, last = line:find(old, 1, true)
    if first then
      vim.api.nvim_buf_set_text(buffer, index - 1, first - 1, index - 1, last, { new })
      return index
    end
  end
end

local function has_lens(buffer, text)
  return vim.iter(lenses(buffer)):any(function(title)
    return title:find(text, 1, true) ~= nil
  end)
end

-- Open.
vim.cmd.edit(vim.env.POLICYLENS_YAML)
local yaml = vim.api.nvim_get_current_buf()
local yaml_window = vim.api.nvim_get_current_win()
wait_for(function()
  return #hints(yaml) == 4 and has_lens(yaml, '4 passed')
end)
report('open')

-- Break a test.
replace(yaml, '"Status": "PENDING_VALIDATION"', '"Status": "ISSUED"')
wait_for(function()
  return #errors(yaml) == 1 and (hints(yaml)[1] or ''):find('✗') and has_lens(yaml, '1 failed')
end)
report('test broken')

-- Mend it in the Python, which stays unsaved in another window.
vim.cmd.vsplit(vim.env.POLICYLENS_PYTHON)
local python = vim.api.nvim_get_current_buf()
wait_for(function()
  return #vim.lsp.get_clients({ bufnr = python, name = 'policylens' }) == 1
end)
replace(python, '== "ISSUED"', '== "ISSUED" and not resource.get("FailureReason")')
wait_for(function()
  return #errors(yaml) == 0 and (hints(yaml)[1] or ''):find('✓') and has_lens(yaml, '4 passed')
end)
report('python mended', { python_is_unsaved = vim.bo[python].modified, clients = #vim.lsp.get_clients() })

-- Rest the cursor on a test's expectation.
vim.api.nvim_set_current_win(yaml_window)
vim.fn.search('ExpectedResult')
vim.lsp.buf.hover()
local hover = ''
wait_for(function()
  for _, window in ipairs(vim.api.nvim_list_wins()) do
    if vim.api.nvim_win_get_config(window).relative ~= '' then
      local buffer = vim.api.nvim_win_get_buf(window)
      hover = table.concat(vim.api.nvim_buf_get_lines(buffer, 0, -1, false), '\n')
      vim.api.nvim_win_close(window, true)
    end
  end
  return hover ~= ''
end)
report('hover', { hover = hover })

-- Run the lens over `Tests:`.
vim.api.nvim_set_current_win(yaml_window)
vim.fn.search('^Tests:')
vim.lsp.codelens.run()
wait_for(function()
  return vim.fn.execute('messages'):find('4 tests') ~= nil
end)
report('lens run', { messages = vim.fn.execute('messages') })

-- Misspell a key, and take the fix that is offered.
replace(yaml, 'Severity:', 'Severty:')
wait_for(function()
  return vim.iter(errors(yaml)):any(function(diagnostic)
    return diagnostic.code == 'key-unknown'
  end)
end)
local line = vim.fn.search('^Severty:')
vim.lsp.buf.code_action({
  apply = true,
  filter = function(action)
    return action.title:find('Severity', 1, true) ~= nil
  end,
})
wait_for(function()
  return vim.api.nvim_buf_get_lines(yaml, line - 1, line, false)[1] == 'Severity: High' and #errors(yaml) == 0
end)
report('fixed', { fixed_line = vim.api.nvim_buf_get_lines(yaml, line - 1, line, false)[1] })

-- Close.
local client = vim.lsp.get_clients({ name = 'policylens' })[1]
client:stop()
local stopped = wait_for(function()
  return client:is_stopped()
end)
io.stdout:write(vim.json.encode({ step = 'closed', stopped = stopped }) .. '\n')
