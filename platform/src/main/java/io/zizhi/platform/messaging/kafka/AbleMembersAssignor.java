package io.zizhi.platform.messaging.kafka;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.RangeAssignor;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.Configurable;

/**
 * Assigns partitions only to group members that report that they can process events. A topic none of whose subscribers
 * can is shared by all of them: the members of a group subscribe to different topics, and a report may be outdated.
 * Members that cannot process events remain in the group and keep their subscription.
 */
public class AbleMembersAssignor extends RangeAssignor implements Configurable {

    /** Client setting: a {@link BooleanSupplier} that returns whether this member can process events. */
    public static final String ABLE = "zizhi.able";

    private static final byte YES = 1;
    private static final byte NO = 0;

    /** The client says this of a member that has no generation yet. */
    private static final int NO_GENERATION = -1;

    private BooleanSupplier able = () -> true;

    @Override
    public void configure(Map<String, ?> configs) {
        if (configs.get(ABLE) instanceof BooleanSupplier given) {
            able = given;
        }
    }

    /** Differs from "range", because all members of a group select the assignor by its name. */
    @Override
    public String name() {
        return "able-members";
    }

    @Override
    public ByteBuffer subscriptionUserData(Set<String> topics) {
        return ByteBuffer.wrap(new byte[] {able.getAsBoolean() ? YES : NO});
    }

    @Override
    public GroupAssignment assign(Cluster metadata, GroupSubscription group) {
        Set<String> served = group.groupSubscription().values().stream()
                .filter(AbleMembersAssignor::isAble)
                .flatMap(member -> member.topics().stream())
                .collect(Collectors.toSet());
        Map<String, Subscription> members = new HashMap<>(group.groupSubscription());
        members.replaceAll((id, member) -> isAble(member) ? member : withoutTopics(member, served));
        return super.assign(metadata, new GroupSubscription(members));
    }

    private static Subscription withoutTopics(Subscription member, Set<String> topics) {
        Subscription rest = new Subscription(
                member.topics().stream()
                        .filter(topic -> !topics.contains(topic))
                        .toList(),
                member.userData(),
                member.ownedPartitions(),
                member.generationId().orElse(NO_GENERATION),
                member.rackId());
        rest.setGroupInstanceId(member.groupInstanceId());
        return rest;
    }

    private static boolean isAble(Subscription member) {
        ByteBuffer said = member.userData();
        return said == null || !said.hasRemaining() || said.get(said.position()) != NO;
    }
}
