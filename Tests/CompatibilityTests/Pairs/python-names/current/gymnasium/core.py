class Env:
    def step(self, action, info):
        pass
    def render(self, mode):
        pass
