import json
import os
import random
import time

from kafka import KafkaProducer

producer = KafkaProducer(
    bootstrap_servers=os.environ.get('BOOTSTRAP', 'localhost:9092'),
    value_serializer=lambda v: json.dumps(v).encode('utf-8'))

while True:
    data = {'temperature': random.randint(10, 50)}
    producer.send('temperature', value=data)
    print(f"Produced: {data}", flush=True)
    time.sleep(1)
