/** Lets consuming services compare what this service has published with what they have applied. */
@NullMarked
package io.zizhi.qualification.peer.reconciliation;

import org.jspecify.annotations.NullMarked;
