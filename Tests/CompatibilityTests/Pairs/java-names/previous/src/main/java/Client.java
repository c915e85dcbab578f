package x;
public class Client {
  public void close() { }
  private int inner() { return 1; }
}
