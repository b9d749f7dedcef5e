import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.MongoVersion;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.net.InetSocketAddress;
import java.util.List;

/**
 * An in-memory server that speaks the MongoDB protocol, on 127.0.0.1 and the port given (0 or none: a free one).
 * Prints "ready <port>" and ends when its standard input closes or it is told to stop.
 */
public class Server {
  /** The library reports wire version 8, which the driver refuses although all that is used of it works. */
  private static final MongoVersion SPOKEN =
      new MongoVersion() {
        @Override
        public List<Integer> getVersionArray() {
          return List.of(5, 0, 0);
        }

        @Override
        public int getWireVersion() {
          return 13;
        }
      };

  public static void main(String[] arguments) throws Exception {
    int port = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 0;
    MongoServer server = new MongoServer(new MemoryBackend().version(SPOKEN));
    server.bind(new InetSocketAddress("127.0.0.1", port));
    Runtime.getRuntime().addShutdownHook(new Thread(server::shutdownNow));
    System.out.println("ready " + server.getLocalAddress().getPort());
    while (System.in.read() != -1) {
      // Whatever is typed is not for us; only the end of it is.
    }
    System.exit(0);
  }
}
