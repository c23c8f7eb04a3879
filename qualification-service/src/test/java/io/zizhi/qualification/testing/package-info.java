/** What the component tests of this service share: peers that can be played, a client, forms as JSON. */
@NullMarked
package io.zizhi.qualification.testing;

import org.jspecify.annotations.NullMarked;
