def policy(resource):
  x = 'a'
  while True: x += x
