DATA(insert OID = 1242 (  boolin		   PGNSP PGUID ));
DATA(insert OID = 1243 (  boolout		   PGNSP PGUID ));
