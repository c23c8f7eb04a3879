/** What this service has published, for the services that compare it with what they have applied. */
@NullMarked
package io.zizhi.qualification.peer.reconciliation;

import org.jspecify.annotations.NullMarked;
