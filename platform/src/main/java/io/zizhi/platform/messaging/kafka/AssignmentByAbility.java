package io.zizhi.platform.messaging.kafka;

import io.smallrye.reactive.messaging.ClientCustomizer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.eclipse.microprofile.config.Config;

/** Makes every consumer use {@link AbleMembersAssignor}. */
@ApplicationScoped
public class AssignmentByAbility implements ClientCustomizer<Map<String, Object>> {

    private final PartitionShare share;

    AssignmentByAbility(PartitionShare share) {
        this.share = share;
    }

    @Override
    public Map<String, Object> customize(String channel, Config channelConfig, Map<String, Object> clientConfig) {
        if (!isConsumer(clientConfig)) {
            return clientConfig;
        }
        BooleanSupplier able = share::isAble;
        Map<String, Object> customized = new HashMap<>(clientConfig);
        customized.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, List.of(AbleMembersAssignor.class));
        customized.put(AbleMembersAssignor.ABLE, able);
        return customized;
    }

    /** Returns whether the configuration has the group settings, which the connector sets only for consumers. */
    private static boolean isConsumer(Map<String, Object> clientConfig) {
        return clientConfig.containsKey(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG);
    }
}
