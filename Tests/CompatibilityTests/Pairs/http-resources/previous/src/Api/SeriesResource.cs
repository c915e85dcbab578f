public class SeriesResource : RestResource
{
    public string Title { get; set; }
    public int? Year { get; set; }
    public List<string> Tags { get; set; }
    public string Sort => Title;
}
