package io.zizhi.platform.http;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.inject.Singleton;

/**
 * Declines the upgrade to HTTP/2 on connections without TLS. The HTTP client of the JDK requests the upgrade by
 * default. If an answer above 64 KiB arrives together with the 101, the client loses bytes of it. JDK 25 reports "Frame
 * type … exceeds MAX_FRAME_SIZE", although the server's bytes are valid. HTTP/2 over TLS stays enabled.
 *
 * <p>Quarkus 3.33 has no such setting for the management port. JDK clients must use HTTP/1.1 there.
 */
@Singleton
class PlainHttp1 implements HttpServerOptionsCustomizer {

    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        options.setHttp2ClearTextEnabled(false);
    }
}
