package io.zizhi.document.storage.objects;

import io.quarkiverse.minio.client.OptionalHttpClientProducer;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;

/**
 * HTTP client of the MinIO client. The extension's own client waits five minutes for an unreachable store, sends at
 * most five requests at once, and names every object in its metrics.
 */
@Singleton
@Alternative
@Priority(1)
class StorageHttpClient implements OptionalHttpClientProducer {

    private static final int REQUESTS_AT_ONCE = 64;

    private final StorageSettings settings;

    StorageHttpClient(StorageSettings settings) {
        this.settings = settings;
    }

    @Override
    public Optional<OkHttpClient> apply(String clientName) {
        Dispatcher dispatcher = new Dispatcher();
        dispatcher.setMaxRequests(REQUESTS_AT_ONCE);
        dispatcher.setMaxRequestsPerHost(REQUESTS_AT_ONCE);
        return Optional.of(new OkHttpClient.Builder()
                .dispatcher(dispatcher)
                .protocols(List.of(Protocol.HTTP_1_1))
                .connectTimeout(settings.connectTimeout())
                .readTimeout(settings.answerTimeout())
                .writeTimeout(settings.answerTimeout())
                .build());
    }
}
