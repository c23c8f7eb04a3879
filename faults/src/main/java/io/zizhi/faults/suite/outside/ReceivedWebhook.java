package io.zizhi.faults.suite.outside;

/**
 * A webhook as its receiver knows it, from all requests with its id.
 *
 * @param account whose receiver got it
 * @param id the header {@code webhook-id}
 * @param body of the first request
 * @param times the number of requests
 * @param accepted whether the receiver answered one of them with success
 * @param same whether all requests had the same body
 * @param genuine whether all requests were signed with the webhook's secret
 */
public record ReceivedWebhook(
        String account, String id, String body, int times, boolean accepted, boolean same, boolean genuine) {

    /** Returns the webhook after another request. */
    ReceivedWebhook again(String nextBody, boolean nextAccepted, boolean nextGenuine) {
        return new ReceivedWebhook(
                account,
                id,
                body,
                times + 1,
                accepted || nextAccepted,
                same && body.equals(nextBody),
                genuine && nextGenuine);
    }
}
