// Coverage is that of the tests' own processes: a child that writes its own at its end takes longer.
delete process.env['NODE_V8_COVERAGE']
