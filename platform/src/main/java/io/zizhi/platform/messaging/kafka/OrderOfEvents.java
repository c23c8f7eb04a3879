package io.zizhi.platform.messaging.kafka;

import io.smallrye.reactive.messaging.ClientCustomizer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.eclipse.microprofile.config.Config;

/**
 * Keeps the client's own retries for a channel configured with none. The channel setting {@code retries} has two
 * meanings. The connector resends a failed record that often, after later records have overtaken it. The client retries
 * that often; this keeps the order, and without it the client refuses idempotence. The relay needs only the second
 * meaning.
 */
@ApplicationScoped
public class OrderOfEvents implements ClientCustomizer<Map<String, Object>> {

    @Override
    public Map<String, Object> customize(String channel, Config channelConfig, Map<String, Object> clientConfig) {
        if (!hasNoRetries(clientConfig)) {
            return clientConfig;
        }
        Map<String, Object> customized = new HashMap<>(clientConfig);
        customized.put(ProducerConfig.RETRIES_CONFIG, Integer.MAX_VALUE);
        return customized;
    }

    private static boolean hasNoRetries(Map<String, Object> clientConfig) {
        return "0".equals(String.valueOf(clientConfig.get(ProducerConfig.RETRIES_CONFIG)));
    }
}
