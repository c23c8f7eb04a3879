rule Zizhi_Test_Php { strings: $start = "<?php" nocase condition: $start }
