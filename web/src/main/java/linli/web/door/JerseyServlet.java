package linli.web.door;

import jakarta.servlet.Servlet;
import java.util.Map;
import java.util.Set;
import org.glassfish.jersey.CommonProperties;
import org.glassfish.jersey.inject.hk2.AbstractBinder;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;
import org.glassfish.jersey.server.filter.UriConnegFilter;
import org.glassfish.jersey.servlet.ServletContainer;
import org.glassfish.jersey.servlet.async.AsyncContextDelegateProviderImpl;
import org.glassfish.jersey.servlet.spi.AsyncContextDelegateProvider;

/** Routes as a servlet, for whatever container runs it. */
public final class JerseyServlet {
    /** Everything is named here, so nothing is searched for: a node starts on small machines. */
    private static final Map<String, Object> NOTHING_BY_ITSELF = Map.of(
            CommonProperties.FEATURE_AUTO_DISCOVERY_DISABLE, true,
            CommonProperties.METAINF_SERVICES_LOOKUP_DISABLE, true,
            CommonProperties.JSON_PROCESSING_FEATURE_DISABLE, true,
            CommonProperties.MOXY_JSON_FEATURE_DISABLE, true,
            CommonProperties.PROVIDER_DEFAULT_DISABLE, "ALL",
            ServerProperties.WADL_FEATURE_DISABLE, true,
            ServerProperties.BV_FEATURE_DISABLE, true,
            ServerProperties.RESPONSE_SET_STATUS_OVER_SEND_ERROR, true);

    private JerseyServlet() {}

    /** A servlet of these routes and no others, to be mapped to {@code /*}. */
    public static Servlet of(Set<Object> resources, Set<Object> providers) {
        ResourceConfig config = new ResourceConfig().addProperties(NOTHING_BY_ITSELF);
        // An address that ends in .csv asks for a table, for whoever cannot say so in a header.
        config.property(ServerProperties.MEDIA_TYPE_MAPPINGS, "csv : text/csv");
        config.register(UriConnegFilter.class);
        resources.forEach(resource -> config.register(resource.getClass()));
        providers.forEach(config::register);
        config.register(new AbstractBinder() {
            @Override
            protected void configure() {
                resources.forEach(resource -> bind(resource).to(resource.getClass()));
                // Answers that go on for as long as somebody listens hold no thread.
                bind(new AsyncContextDelegateProviderImpl()).to(AsyncContextDelegateProvider.class);
            }
        });
        return new ServletContainer(config);
    }
}
