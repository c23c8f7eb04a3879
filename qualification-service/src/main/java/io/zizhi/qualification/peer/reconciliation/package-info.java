/** Lets consuming services compare the published events of this service with the events that they have applied. */
@NullMarked
package io.zizhi.qualification.peer.reconciliation;

import org.jspecify.annotations.NullMarked;
