/**
 * Waits until the suite is at rest, then reads its databases, topics and objects. The result is one value, so that the
 * audit needs no server.
 */
@NullMarked
package io.zizhi.faults.evidence.collection;

import org.jspecify.annotations.NullMarked;
