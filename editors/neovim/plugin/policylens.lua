-- Switches on what Neovim has but doesn't show by itself: inlay hints, code lenses, diagnostics beside the code.
-- All of it for PolicyLens's buffers only. `vim.g.policylens_enable = false` before this file is loaded leaves
-- everything to you.

if vim.g.policylens_enable == false then
  return
end

local group = vim.api.nvim_create_augroup('policylens', {})

local function is_attached(buffer)
  return #vim.lsp.get_clients({ bufnr = buffer, name = 'policylens' }) > 0
end

local function refresh(buffer)
  if vim.api.nvim_buf_is_loaded(buffer) and is_attached(buffer) then
    vim.lsp.inlay_hint.enable(true, { bufnr = buffer })
    vim.lsp.codelens.refresh({ bufnr = buffer })
  end
end

vim.api.nvim_create_autocmd('LspAttach', {
  group = group,
  callback = function(event)
    local client = vim.lsp.get_client_by_id(event.data.client_id)
    if not client or client.name ~= 'policylens' then
      return
    end
    local config = vim.diagnostic.config()
    if not config.virtual_text and not config.virtual_lines then
      vim.diagnostic.config({ virtual_text = true }, vim.lsp.diagnostic.get_namespace(client.id))
    end
    refresh(event.buf)
  end,
})

-- A buffer that comes back into view may have missed what changed in another.
vim.api.nvim_create_autocmd('BufWinEnter', {
  group = group,
  callback = function(event)
    refresh(event.buf)
  end,
})

-- Neovim asks for inlay hints after each edit, but not for code lenses.
vim.api.nvim_create_autocmd('LspNotify', {
  group = group,
  callback = function(event)
    if event.data.method == 'textDocument/didChange' and is_attached(event.buf) then
      vim.lsp.codelens.refresh({ bufnr = event.buf })
    end
  end,
})

vim.lsp.enable('policylens')
