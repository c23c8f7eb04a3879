package io.zizhi.platform.database;

import io.vertx.pgclient.PgConnectOptions;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.platform.testkit.TcpLink;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The local infrastructure with a link to the database that can go dead, and with short time-outs. */
public class DatabaseBehindLink extends LocalInfrastructure {

    private static final String URL = "quarkus.datasource.reactive.url";

    private @Nullable TcpLink link;

    @Override
    public Map<String, String> start() {
        Map<String, String> config = super.start();
        String url = String.valueOf(config.get(URL));
        int port = PgConnectOptions.fromUri(url.replaceFirst("^vertx-reactive:", ""))
                .getPort();
        TcpLink opened = TcpLink.to(port);
        link = opened;
        config.put(URL, url.replace(":" + port + "/", ":" + opened.port() + "/"));
        config.put("zizhi.database.silence.not-ready", "PT2S");
        config.put("zizhi.database.silence.give-up-partitions", "PT3S");
        config.put("zizhi.database.silence.end-session", "PT4S");
        config.put("quarkus.datasource.reactive.idle-timeout", "PT2S");
        return config;
    }

    /** Sets the test's field {@code databaseLink}: false makes the link go dead, true restores it. */
    @Override
    public void inject(TestInjector injector) {
        Consumer<Boolean> databaseLink = alive -> {
            TcpLink opened = link;
            if (opened != null && alive) {
                opened.comeBack();
            } else if (opened != null) {
                opened.goDead();
            }
        };
        injector.injectIntoFields(databaseLink, field -> field.getName().equals("databaseLink"));
    }

    @Override
    public void stop() {
        super.stop();
        if (link != null) {
            link.close();
        }
    }
}
