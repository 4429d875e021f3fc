package linli.sync;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.jmdns.ServiceEvent;
import javax.jmdns.ServiceInfo;
import javax.jmdns.ServiceListener;

/** Passes on what jmDNS says. */
final class JmdnsEar implements ServiceListener {
    /** jmDNS waits a fifth of a second at least and goes on asking meanwhile; without a number it would wait six seconds. */
    private static final long WAIT_MILLIS = 1;

    private final Multicast.Ear ear;

    JmdnsEar(Multicast.Ear ear) {
        this.ear = ear;
    }

    /** So far there is a name only. jmDNS tells the rest as soon as it is asked for it and hears it. */
    @Override
    public void serviceAdded(ServiceEvent event) {
        event.getDNS().requestServiceInfo(event.getType(), event.getName(), false, WAIT_MILLIS);
    }

    @Override
    public void serviceResolved(ServiceEvent event) {
        ServiceInfo info = event.getInfo();
        ear.heard(event.getName(), new Multicast.Heard(texts(info), List.of(info.getInetAddresses()), info.getPort()));
    }

    @Override
    public void serviceRemoved(ServiceEvent event) {
        ear.gone(event.getName());
    }

    private static Map<String, String> texts(ServiceInfo info) {
        Map<String, String> texts = new HashMap<>();
        info.getPropertyNames().asIterator().forEachRemaining(name -> put(texts, name, info.getPropertyString(name)));
        return texts;
    }

    private static void put(Map<String, String> texts, String name, String value) {
        if (value != null) {
            texts.put(name, value);
        }
    }
}
