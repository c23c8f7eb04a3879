package io.zizhi.platform.messaging.kafka;

import io.smallrye.reactive.messaging.ClientCustomizer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.eclipse.microprofile.config.Config;

/**
 * Keeps the client's own retries where a channel has none. {@code retries} of a channel means two things: how often the
 * connector hands a record that failed to the client again, by when later records have overtaken it; and how often the
 * client tries, which keeps the order and without which it refuses to be idempotent. The relay wants the second only.
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
