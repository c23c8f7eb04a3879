/**
 * Limits for the connections of every HTTP port of a process, before a request is complete: their number, the time for
 * the headers of a request and the memory of unfinished headers. The transport of Vert.x is the only place that all
 * ports share: Quarkus has no hook for the options of its management port.
 */
@NullMarked
package io.zizhi.platform.http.connections;

import org.jspecify.annotations.NullMarked;
