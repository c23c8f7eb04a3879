package io.zizhi.e2e.openapi;

/**
 * One method on one path of one service.
 *
 * @param service {@code review-service}
 * @param method in upper case
 * @param path as in the document, with its variables: {@code /v1/reviews/{workOrder}/claim}
 */
public record Operation(String service, String method, String path) implements Comparable<Operation> {

    /** Returns method and path without the service, because the operators' paths are the same in all. */
    public String name() {
        return method + " " + path;
    }

    public boolean isReading() {
        return method.equals("GET") || method.equals("HEAD") || method.equals("OPTIONS");
    }

    /** Returns whether the operation is served on the internal port. */
    public boolean isInternal() {
        return path.startsWith("/internal/");
    }

    @Override
    public int compareTo(Operation other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return service + " " + path + " " + method;
    }
}
