def policy(resource):
  return [i for i in iter(int, 1)]
