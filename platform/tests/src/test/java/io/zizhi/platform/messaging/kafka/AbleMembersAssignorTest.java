package io.zizhi.platform.messaging.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerPartitionAssignor.Assignment;
import org.apache.kafka.clients.consumer.ConsumerPartitionAssignor.GroupSubscription;
import org.apache.kafka.clients.consumer.ConsumerPartitionAssignor.Subscription;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.junit.jupiter.api.Test;

class AbleMembersAssignorTest {

    private static final Node NODE = new Node(1, "127.0.0.1", 9092);

    private final Cluster cluster = new Cluster(
            "cluster",
            List.of(NODE),
            Stream.of("account", "review")
                    .flatMap(AbleMembersAssignorTest::partitions)
                    .toList(),
            Set.of(),
            Set.of());

    @Test
    void able_members_get_all_partitions() {
        assertThat(assigned(Map.of("a", member("review", true), "b", member("review", false))))
                .isEqualTo(Map.of("a", 4, "b", 0));
    }

    @Test
    void members_share_as_usual_if_none_is_able() {
        assertThat(assigned(Map.of("a", member("review", false), "b", member("review", false))))
                .isEqualTo(Map.of("a", 2, "b", 2));
    }

    @Test
    void a_topic_without_an_able_subscriber_is_still_consumed() {
        assertThat(assigned(Map.of("a", member("review", true), "b", member("account", false))))
                .isEqualTo(Map.of("a", 4, "b", 4));
    }

    private Map<String, Integer> assigned(Map<String, Subscription> members) {
        Map<String, Assignment> assignments = new AbleMembersAssignor()
                .assign(cluster, new GroupSubscription(members))
                .groupAssignment();
        assertThat(assignments).containsOnlyKeys(members.keySet());
        return assignments.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> entry.getValue().partitions().size()));
    }

    private static Subscription member(String topic, boolean able) {
        return new Subscription(List.of(topic), ByteBuffer.wrap(new byte[] {(byte) (able ? 1 : 0)}));
    }

    private static Stream<PartitionInfo> partitions(String topic) {
        Node[] nodes = {NODE};
        return IntStream.range(0, 4).mapToObj(partition -> new PartitionInfo(topic, partition, NODE, nodes, nodes));
    }
}
