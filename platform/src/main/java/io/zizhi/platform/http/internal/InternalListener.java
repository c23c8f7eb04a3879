package io.zizhi.platform.http.internal;

import io.quarkus.arc.All;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.quarkus.vertx.http.runtime.VertxHttpBuildTimeConfig;
import io.quarkus.vertx.http.runtime.VertxHttpConfig;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.options.HttpServerOptionsUtils;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The second HTTP server of a service, for the other services. A network policy can keep the public away from its port, which
 * paths cannot do. It passes requests to the root handler of Quarkus, so filters, limits, authentication, metrics, tracing and
 * the draining at shutdown hold on it as on the public server; {@link SeparateListeners} decides which server serves which
 * path.
 */
@Singleton
public class InternalListener {

    private static final Logger LOG = Logger.getLogger(InternalListener.class);

    /** Above the public port: management has its own at 1000. */
    private static final int OFFSET = 2000;

    /** Vert.x draws one free port for all servers on the same negative number; Quarkus uses -1 to -3. */
    private static final int ANY_FREE = -4;

    private static final int TIMEOUT_SECONDS = 30;

    private final Vertx vertx;
    private final VertxHttpBuildTimeConfig buildTime;
    private final VertxHttpConfig http;
    private final InternalSettings settings;
    private final List<HttpServerOptionsCustomizer> customizers;
    private final TlsConfigurationRegistry certificates;

    private volatile int actualPort;
    private @Nullable String deployment;

    InternalListener(
            Vertx vertx,
            VertxHttpBuildTimeConfig buildTime,
            VertxHttpConfig http,
            InternalSettings settings,
            @All List<HttpServerOptionsCustomizer> customizers,
            TlsConfigurationRegistry certificates) {
        this.vertx = vertx;
        this.buildTime = buildTime;
        this.http = http;
        this.settings = settings;
        this.customizers = customizers;
        this.certificates = certificates;
    }

    /** The port that it listens on. */
    public int port() {
        return actualPort;
    }

    /** Whether the request came to this server; by its socket, which no header can change. */
    boolean received(HttpServerRequest request) {
        return request.connection().localAddress(true).port() == actualPort;
    }

    /** After the other observers, any of which may refuse the start, and before the public port and health open. */
    void start(@Observes @Priority(Integer.MAX_VALUE) StartupEvent event) {
        HttpServerOptions options = options();
        deployment = done(vertx.deployVerticle(
                () -> new Server(options),
                new DeploymentOptions().setInstances(Runtime.getRuntime().availableProcessors())));
        LOG.infof(
                "Internal endpoints listening on: %s://%s:%d",
                options.isSsl() ? "https" : "http", options.getHost(), actualPort);
    }

    /** Requests under way have been answered by then. */
    void stop(@Observes ShutdownEvent event) {
        if (deployment != null) {
            done(vertx.undeploy(deployment));
            deployment = null;
        }
    }

    private HttpServerOptions options() {
        int publicPort = http.determinePort(LaunchMode.current());
        int port = settings.port().orElse(publicPort == 0 ? 0 : publicPort + OFFSET);
        if (port != 0 && port == publicPort) {
            throw new IllegalStateException("zizhi.internal.port must differ from the public port " + publicPort + ".");
        }
        HttpServerOptions options = tls().orElseGet(this::plain);
        return options.setHost(settings.host().orElse(http.host())).setPort(port == 0 ? ANY_FREE : port);
    }

    /** As the public server has them. */
    private HttpServerOptions plain() {
        HttpServerOptions options = new HttpServerOptions();
        HttpServerOptionsUtils.applyCommonOptions(options, buildTime, http, List.of());
        customizers.forEach(customizer -> customizer.customizeHttpServer(options));
        return options;
    }

    /** With the certificate of the public server, where that has one. */
    private Optional<HttpServerOptions> tls() {
        try {
            HttpServerOptions options = HttpServerOptionsUtils.createSslOptions(
                    buildTime, http, LaunchMode.current(), List.of(), certificates);
            customizers.forEach(customizer -> customizer.customizeHttpsServer(options));
            return Optional.of(options).filter(each -> each.getKeyCertOptions() != null);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The certificate cannot be read", unreadable);
        }
    }

    private static <T> T done(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", interrupted);
        } catch (ExecutionException | TimeoutException failure) {
            throw new IllegalStateException("The internal port cannot be opened or closed", failure);
        }
    }

    /** One per event loop that serves; they share the port. */
    private final class Server extends AbstractVerticle {

        private final HttpServerOptions options;

        Server(HttpServerOptions options) {
            this.options = options;
        }

        @Override
        public void start(Promise<Void> started) {
            vertx.createHttpServer(options)
                    .requestHandler(VertxHttpRecorder.getRootHandler())
                    .listen()
                    .onSuccess(server -> actualPort = server.actualPort())
                    .<Void>mapEmpty()
                    .onComplete(started);
        }
    }
}
