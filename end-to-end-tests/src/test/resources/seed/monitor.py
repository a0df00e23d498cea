import json
import os

from kafka import KafkaConsumer

consumer = KafkaConsumer(
    'temperature',
    bootstrap_servers=os.environ.get('BOOTSTRAP', 'localhost:9092'),
    value_deserializer=lambda m: json.loads(m.decode('utf-8')))

for message in consumer:
    temperature = message.value['temperature']
    print(f"Monitoring: {temperature}", flush=True)
    if temperature > 30:
        print("Warning: High temperature detected!", flush=True)
