namespace Core
{
    public class Parser
    {
        public int Limit { get; set; }
        public string Parse(string text) { return text; }
        public void Reset() { }
        private void Inner() { }
    }
    class Hidden
    {
        public void Nothing() { }
    }
}
