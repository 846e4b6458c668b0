def policy(resource):
  while True: print('a' * 1000)
