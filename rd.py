import sys
from rashomon import pipeline
from rashomon.model import Document
for l in sys.stdin:
    lang,_,t=l.strip().partition(': ')
    r=pipeline.read_document(Document(doc='x',text=t,language=lang,published='2024-05-10',published_from='option'))
    print(t); 
    for k in('numbers','times','names','figures'): print('   ',k,[(m.text, getattr(m,'low',None), getattr(m,'value',None),getattr(m,'unit',None),m.rule) for m in getattr(r,k)])
