-- PolicyLens for Neovim 0.11 and newer: how to start the server and for which files.
-- Found by `vim.lsp.enable('policylens')` once this folder's parent is on the runtime path.

-- Neovim 0.11 knows no way in which a server can ask for new code lenses, so it is taught one: a lens over a
-- policy's tests changes when the policy's Python is edited in another buffer.
local function refresh_code_lenses(_, _, context)
  for buffer in pairs(vim.lsp.get_client_by_id(context.client_id).attached_buffers) do
    vim.lsp.codelens.refresh({ bufnr = buffer })
  end
  return vim.NIL
end

return {
  cmd = { 'policylens', 'lsp' },
  filetypes = { 'yaml', 'python' },
  root_markers = { '.panther_settings.yml', 'global_helpers', '.git' },
  capabilities = { workspace = { codeLens = { refreshSupport = true } } },
  handlers = { ['workspace/codeLens/refresh'] = refresh_code_lenses },
  -- A verdict takes about a millisecond; Neovim's own 150 would be all the waiting there is.
  flags = { debounce_text_changes = 20 },
}
