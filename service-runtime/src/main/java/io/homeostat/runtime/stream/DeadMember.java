package io.homeostat.runtime.stream;

import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.MemberToRemove;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;

/**
 * The membership of a stream thread that died, as its group still sees it: a static member does not leave by itself, and
 * its partitions would wait for the end of its session, ten seconds, before the thread in its place gets them.
 */
final class DeadMember {

    private static final String BEFORE_INDEX = "-StreamThread-";
    private static final long PATIENCE_SECONDS = 4;

    private DeadMember() {}

    /** How Kafka Streams names the member of a thread: by the configured instance and the thread's index. */
    static String instanceOf(String instance, String threadName) {
        int at = threadName.lastIndexOf(BEFORE_INDEX);
        if (at < 0) {
            throw new IllegalArgumentException("a stream thread's name must have an index, was " + threadName);
        }
        return instance + "-" + threadName.substring(at + BEFORE_INDEX.length());
    }

    /** Takes it out of its group; one that is not there any more is no failure. */
    static void remove(Admin admin, String group, String memberInstance) throws InterruptedException, TimeoutException {
        Set<MemberToRemove> members = Set.of(new MemberToRemove(memberInstance));
        try {
            admin.removeMembersFromConsumerGroup(group, new RemoveMembersFromConsumerGroupOptions(members))
                    .all()
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            // it has left, or its session has ended: then there is nothing to hasten
        }
    }
}
