namespace Core
{
    public class Parser
    {
        public int Limit { get; set; }
        public string Parse(string text, bool strict) { return text; }
    }
    public interface IParser
    {
        string Parse(string text);
    }
}
