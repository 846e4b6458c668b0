/// The version that `--version`, the server and reports give.
let policylensVersion = "0.1.0"
