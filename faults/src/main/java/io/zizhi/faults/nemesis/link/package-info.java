/**
 * Faults of the network between a service and a server. Links are cut, slowed down, or lose responses.
 */
@NullMarked
package io.zizhi.faults.nemesis.link;

import org.jspecify.annotations.NullMarked;
