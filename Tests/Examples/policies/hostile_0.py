def policy(resource):
  while True: pass
