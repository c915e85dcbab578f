class Env:
    def step(self, action):
        pass
    def _hidden(self):
        pass

def make(id):
    pass
