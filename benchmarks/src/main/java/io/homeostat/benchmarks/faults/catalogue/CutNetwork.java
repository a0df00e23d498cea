package io.homeostat.benchmarks.faults.catalogue;

import io.homeostat.benchmarks.faults.stack.Site;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The way from the healer to the monitor's HTTP interface leads through a proxy, which is cut; the monitor works on. */
final class CutNetwork implements Injection {

    private @Nullable TcpProxy proxy;

    @Override
    public void prepare(Site site) throws IOException {
        TcpProxy made = new TcpProxy(site.port("monitor"));
        proxy = made;
        site.argument("healer", "--homeostat.targets.monitor.url=http://localhost:" + made.port());
    }

    @Override
    public void inject(Stage stage) {
        proxy().cut();
    }

    @Override
    public void end(Stage stage) {
        proxy().mend();
    }

    private TcpProxy proxy() {
        TcpProxy made = proxy;
        if (made == null) {
            throw new IllegalStateException("the proxy must be made before the stack");
        }
        return made;
    }

    @Override
    public void close() {
        if (proxy != null) {
            proxy.close();
        }
    }
}
