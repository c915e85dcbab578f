package x;
public class Client {
  public void open() { }
  private long other() { return 1; }
}
