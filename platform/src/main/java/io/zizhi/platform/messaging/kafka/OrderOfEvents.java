package io.zizhi.platform.messaging.kafka;

import io.smallrye.reactive.messaging.ClientCustomizer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.eclipse.microprofile.config.Config;

/**
 * Keeps the Kafka client's own retries on channels that set {@code retries} to 0. That setting has two effects. The
 * connector resends a failed record up to that number of times, after later records have overtaken it. The client also
 * retries that often, which keeps the order and which idempotence requires. The relay needs only the client's retries.
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
