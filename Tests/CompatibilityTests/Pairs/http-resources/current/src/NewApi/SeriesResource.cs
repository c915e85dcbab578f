public class SeriesResource : RestResource
{
    public string Title { get; set; }
    public string Year { get; set; }
    public Dictionary<string, int> Counts { get; private set; }
}
