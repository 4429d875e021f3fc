package linli.bench;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.Map;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.glassfish.jersey.CommonProperties;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;
import org.glassfish.jersey.servlet.ServletContainer;

/** The least that the same Jetty and Jersey can do: one page that says hello, with nothing searched for at the start. */
public final class Hello {
    private static final Map<String, Object> NOTHING_BY_ITSELF = Map.of(
            CommonProperties.FEATURE_AUTO_DISCOVERY_DISABLE,
            true,
            CommonProperties.METAINF_SERVICES_LOOKUP_DISABLE,
            true,
            CommonProperties.PROVIDER_DEFAULT_DISABLE,
            "ALL",
            ServerProperties.WADL_FEATURE_DISABLE,
            true);

    private Hello() {}

    /** Says hello at any address. */
    @Path("/")
    public static final class Page {
        @GET
        @Produces("text/plain")
        public String hello() {
            return "hello";
        }
    }

    /** Serves until the process is ended; the one argument is the port. */
    public static void main(String[] args) throws Exception {
        Server server = new Server();
        ServerConnector connector = new ServerConnector(server, 1, 1);
        connector.setPort(Integer.parseInt(args[0]));
        server.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler("/", ServletContextHandler.NO_SESSIONS);
        ResourceConfig config = new ResourceConfig(Page.class).addProperties(NOTHING_BY_ITSELF);
        context.addServlet(new ServletHolder("hello", new ServletContainer(config)), "/*");
        server.setHandler(context);
        server.start();
        server.join();
    }
}
