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
 * The second HTTP server of a service, for calls from the other services. A network policy can close its port to the
 * public; it cannot close paths. The server passes requests to the root handler of Quarkus. Filters, limits,
 * authentication, metrics, tracing and draining at shutdown therefore work as on the public server. {@link
 * SeparateListeners} decides which server serves which path.
 */
@Singleton
public class InternalListener {

    private static final Logger LOG = Logger.getLogger(InternalListener.class);

    /** Offset from the public port. The management port has offset 1000. */
    private static final int OFFSET = 2000;

    /** Vert.x picks one free port for all servers that share a negative number. Quarkus uses -1 to -3. */
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

    public int port() {
        return actualPort;
    }

    /** Returns whether this server received the request. It compares the socket's port, which no header can change. */
    boolean received(HttpServerRequest request) {
        return request.connection().localAddress(true).port() == actualPort;
    }

    /**
     * Runs after the other observers, any of which may abort the start, and before the public port and the health
     * checks open.
     */
    void start(@Observes @Priority(Integer.MAX_VALUE) StartupEvent event) {
        HttpServerOptions options = options();
        deployment = done(vertx.deployVerticle(
                () -> new Server(options),
                new DeploymentOptions().setInstances(Runtime.getRuntime().availableProcessors())));
        LOG.infof(
                "Internal endpoints listening on: %s://%s:%d",
                options.isSsl() ? "https" : "http", options.getHost(), actualPort);
    }

    /** Stops the server. Quarkus has answered all requests in progress by now. */
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

    /** Returns the same options as the public server's. */
    private HttpServerOptions plain() {
        HttpServerOptions options = new HttpServerOptions();
        HttpServerOptionsUtils.applyCommonOptions(options, buildTime, http, List.of());
        customizers.forEach(customizer -> customizer.customizeHttpServer(options));
        return options;
    }

    /** Returns TLS options with the public server's certificate, or empty if it has none. */
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

    /** One HTTP server per event loop; all of them share the port. */
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
