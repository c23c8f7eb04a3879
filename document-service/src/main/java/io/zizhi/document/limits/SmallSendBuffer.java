package io.zizhi.document.limits;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.inject.Singleton;

/**
 * Limits the send buffer of the operating system for clients that do not read; see {@link DocumentLimits#sendBuffer}.
 */
@Singleton
class SmallSendBuffer implements HttpServerOptionsCustomizer {

    private final DocumentLimits limits;

    SmallSendBuffer(DocumentLimits limits) {
        this.limits = limits;
    }

    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        options.setSendBufferSize((int) limits.sendBuffer().asLongValue());
    }

    @Override
    public void customizeHttpsServer(HttpServerOptions options) {
        customizeHttpServer(options);
    }
}
